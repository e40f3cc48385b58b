-- More voices in a round: colleagues, and assessors from outside. Their cases come one by one after the opening;
-- answerer is the person or the account that answers one, 0 for the person's own and the manager's.
ALTER TABLE round ADD COLUMN peers BIGINT NOT NULL DEFAULT 3;
ALTER TABLE round_case ADD COLUMN answerer BIGINT NOT NULL DEFAULT 0;
DROP INDEX round_case_by_person;
CREATE UNIQUE INDEX round_case_by_person ON round_case (person, round, voice, answerer);
CREATE INDEX round_case_by_answerer ON round_case (answerer, voice) WHERE answerer > 0;
-- Of what is asked about the person, what this case is about; everything when nothing stands here.
CREATE TABLE round_case_skill (
  round_case BIGINT NOT NULL REFERENCES round_case(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  PRIMARY KEY (round_case, skill)
);
-- Colleagues named to assess a person: proposed by the person, confirmed by the manager of the day.
CREATE TABLE round_peer (
  round BIGINT NOT NULL REFERENCES round(id),
  person BIGINT NOT NULL REFERENCES person(id),
  peer BIGINT NOT NULL REFERENCES person(id),
  state TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (round, person, peer)
);
CREATE INDEX round_peer_by_peer ON round_peer (peer);
-- An account made for one round. The last day it opens anything is the account's own.
CREATE TABLE round_assessor (
  account BIGINT PRIMARY KEY REFERENCES account(id),
  round BIGINT NOT NULL REFERENCES round(id),
  organisation TEXT NOT NULL
);
CREATE INDEX round_assessor_by_round ON round_assessor (round);
ALTER TABLE account ADD COLUMN last_day BIGINT;
