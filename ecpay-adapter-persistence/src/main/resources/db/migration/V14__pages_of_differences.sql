-- A report is read in pages, what is open first. A day on which everything differs has as many
-- differences as its file has lines; no page sorts them all.
CREATE INDEX statement_difference_page
  ON statement_difference (merchant_id, report_id, (state <> 'OPEN'), id);
