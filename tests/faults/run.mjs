// Faults against the real binary: node tests/faults/run.mjs [WORDS OF A SENTENCE]
//   KUNNA_BINARY         another binary than build/release/kunna
//   KUNNA_TEST_POSTGRES  a running PostgreSQL instead of one of our own
import { firstStartTests } from './first_start.mjs';
import { folderTests } from './folders.mjs';
import { fullDiskTests } from './full_disk.mjs';
import { hostileFileTests } from './hostile_files.mjs';
import { hostileHttpTests } from './hostile_http.mjs';
import { killTests } from './kill.mjs';
import { places } from './kunna.mjs';
import { nodeTests } from './nodes.mjs';
import { stopTests } from './stop.mjs';
import { runAll } from './testing.mjs';

killTests(places, 10);
firstStartTests(10);
folderTests();
stopTests();
nodeTests();
fullDiskTests();
hostileHttpTests();
hostileFileTests();

process.exitCode = (await runAll(process.argv[2])) ? 0 : 1;
process.exit();
