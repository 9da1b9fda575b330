-- Incidents are few and read across all orders of a merchant, newest first.
CREATE INDEX event_log_incidents ON event_log (merchant_id, sequence)
  WHERE kind = 'IncidentRaised';
