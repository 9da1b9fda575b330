-- A line of a statement file is held against those of its order number, whatever layout told them.

CREATE INDEX statement_line_of_number ON statement_line (merchant_id, file, trade_no);
DROP INDEX statement_line_identity;
