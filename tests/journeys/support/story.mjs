// A story: one person at a browser, signed in as a persona or as nobody. What broke on the way counts, whatever the end.
import { equal, test } from './tell.mjs';

export const storyteller =
  (browser, accounts = {}) =>
  (sentence, persona, tell, choices) =>
    test(sentence, async () => {
      const person = await browser.person(choices);
      try {
        if (persona) await person.signIn(accounts[persona]);
        await tell(person, person.page);
        equal(person.complaints(), [], 'what broke on the way');
      } catch (error) {
        error.beside = person.complaints(); // what broke on the way is often why
        await person.picture(`failed-${sentence.slice(0, 40).replaceAll(/[^a-zåäö]+/gi, '-')}`).catch(() => undefined);
        throw error;
      } finally {
        await person.leave();
      }
    });
