-- A line that several reports tell of belongs to the one that told of it last. That the others had
-- told of it, and in which run, is kept, so that ECPay can take it back in any of them.

CREATE TABLE statement_line_before (
  merchant_id text    NOT NULL,
  file        text    NOT NULL,
  name        text    NOT NULL,
  report_id   text    NOT NULL,
  run         integer NOT NULL,
  PRIMARY KEY (merchant_id, file, name, report_id),
  FOREIGN KEY (merchant_id, file, name) REFERENCES statement_line ON DELETE CASCADE,
  FOREIGN KEY (merchant_id, report_id) REFERENCES statement_report
);
CREATE INDEX statement_line_before_of_report ON statement_line_before (merchant_id, report_id, run);
