-- Letters that invite: null for all others, '' before the first try, then the hash of the link that the last try carried.
-- The link itself is made when the letter leaves and stands nowhere.
ALTER TABLE mail ADD COLUMN invitation TEXT;
CREATE INDEX mail_invitation ON mail (account) WHERE invitation IS NOT NULL;
