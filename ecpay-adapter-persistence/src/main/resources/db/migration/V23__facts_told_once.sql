-- What a person was told, and when last: whoever comes upon the same again, or at the same moment on
-- another node, meets the key and tells nothing. What was told so far counts as told.

CREATE TABLE told_fact (
  merchant_id text        NOT NULL,
  fact        text        NOT NULL,
  told_at     timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, fact)
);

INSERT INTO told_fact (merchant_id, fact, told_at)
SELECT merchant_id,
  CASE body ->> 'kind'
    WHEN 'CARD_NOT_ASKED' THEN 'CARD_NOT_ASKED'
    ELSE concat_ws(' ', body ->> 'kind', coalesce(order_id, '-'), body ->> 'about')
  END,
  max(at)
FROM event_log
WHERE kind = 'IncidentRaised'
GROUP BY 1, 2;
