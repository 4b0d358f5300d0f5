PRAGMA application_id = 1413828180;
PRAGMA user_version = 1;
CREATE TABLE report (
  identifier TEXT PRIMARY KEY,
  same TEXT NOT NULL UNIQUE, -- a digest of what was told so that it is kept once
  statement TEXT NOT NULL,
  entity TEXT NOT NULL,
  predicate TEXT NOT NULL,
  value TEXT NOT NULL,
  said TEXT NOT NULL,
  page TEXT NOT NULL,
  graph TEXT NOT NULL,
  version TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  contact TEXT NOT NULL,
  created TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL DEFAULT 'open',
  decided TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
-- of the last hour
CREATE TABLE sending (client BLOB NOT NULL, at REAL NOT NULL);
CREATE INDEX sending_at ON sending (at);
-- of this day
CREATE TABLE salt (day INTEGER PRIMARY KEY, salt BLOB NOT NULL);
CREATE TABLE secret (secret BLOB NOT NULL);
INSERT INTO secret VALUES (randomblob(32));
