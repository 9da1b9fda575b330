package ecpay.adapter.persistence.document;

import ecpay.domain.reconciliation.StatementEntry.Unreadable;

record UnreadableJson(long row, String reason) {
  static UnreadableJson of(Unreadable entry) {
    return new UnreadableJson(entry.row(), entry.reason());
  }

  Unreadable entry() {
    return new Unreadable(row, reason);
  }
}
