import { UnusableInput } from './readInput';
import { run } from './run';

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof UnusableInput || (error instanceof TypeError && 'code' in error);
  if (!expected) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
