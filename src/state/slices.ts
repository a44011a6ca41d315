export { inSlices } from '../worker/slices';
