CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE class (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, entities INTEGER NOT NULL);
CREATE TABLE property (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, entities INTEGER NOT NULL,
  statements INTEGER NOT NULL, distinct_values INTEGER NOT NULL, reuse REAL NOT NULL,
  links INTEGER NOT NULL
);
CREATE TABLE kind (
  property INTEGER, kind TEXT, statements INTEGER NOT NULL, PRIMARY KEY (property, kind)
) WITHOUT ROWID;
CREATE TABLE frequency (
  class INTEGER, property INTEGER, entities INTEGER NOT NULL, statements INTEGER NOT NULL,
  PRIMARY KEY (class, property)
) WITHOUT ROWID;
CREATE TABLE sharing (
  property INTEGER, value TEXT, entities INTEGER NOT NULL, PRIMARY KEY (property, value)
) WITHOUT ROWID;
CREATE TABLE ancestor (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, share REAL NOT NULL);
CREATE TABLE descent (
  property INTEGER, ancestor INTEGER, share REAL NOT NULL, PRIMARY KEY (property, ancestor)
) WITHOUT ROWID;
CREATE TABLE hub (iri TEXT PRIMARY KEY, entities INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE language (tag TEXT PRIMARY KEY, labels INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE top (iri TEXT PRIMARY KEY, narrower INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE space (id INTEGER PRIMARY KEY, prefix TEXT NOT NULL UNIQUE);
CREATE TABLE thing (
  id INTEGER PRIMARY KEY, space INTEGER NOT NULL, local TEXT NOT NULL, weight INTEGER NOT NULL,
  classes TEXT NOT NULL
);
CREATE TABLE folding (id INTEGER PRIMARY KEY, folded TEXT NOT NULL);
CREATE TABLE name (id INTEGER PRIMARY KEY, folding INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE naming (
  name INTEGER, thing INTEGER, kind INTEGER, language TEXT, PRIMARY KEY (name, thing, kind, language)
) WITHOUT ROWID;
CREATE TABLE identifier (
  code TEXT, thing INTEGER, PRIMARY KEY (code, thing)
) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL, names INTEGER NOT NULL);
CREATE TABLE variant (
  word TEXT, other TEXT, things INTEGER NOT NULL, PRIMARY KEY (word, other)
) WITHOUT ROWID;
-- Words are told apart already: whatever is not ASCII belongs to a word.
CREATE VIRTUAL TABLE containing USING fts5 (
  folded, content = '', columnsize = 0, detail = none, prefix = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE about USING fts5 (
  names, description, content = '', columnsize = 0, detail = column, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE spelling USING fts5 (
  word, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
