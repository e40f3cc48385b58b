-- What a statement rests on: links, and files, whose bytes stand apart so that lists do not read them.
CREATE TABLE assessment_attachment (
  id {id},
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  name TEXT NOT NULL,
  link TEXT,               -- either this or a file
  content_type TEXT,
  size BIGINT,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX assessment_attachment_by_assessment ON assessment_attachment (assessment);

CREATE TABLE assessment_file (
  attachment BIGINT PRIMARY KEY REFERENCES assessment_attachment(id),
  bytes {blob} NOT NULL
);

-- Whom somebody has rated, for calibration.
CREATE INDEX assessment_by_assessor ON assessment (assessor);
