import { oneLine } from './oneLine';
import { UnusableInput } from './readInput';
import { run } from './run';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnusableInput)) throw error;
  console.error(oneLine(error.message));
  process.exitCode = 2;
}
