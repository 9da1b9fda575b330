package ecpay.domain.inmemory;

import ecpay.domain.inbox.Inbox;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

final class InMemoryInbox implements Inbox {
  final Table<Meaning, byte[]> kept;
  final Table<Integer, RefusedNotice> refused;

  InMemoryInbox(InMemoryBooks books) {
    this.kept = new Table<>(books, List.of());
    this.refused = new Table<>(books, List.of());
  }

  @Override
  public boolean keep(Meaning meaning, byte[] body, Instant at) {
    return kept.addNew(meaning, body.clone());
  }

  @Override
  public void keepRefused(
      MerchantId merchant, String callback, String reason, byte[] body, Instant at) {
    RefusedNotice notice = new RefusedNotice(merchant, callback, reason, body.length, at);
    refused.add(refused.size(), notice);
  }
}
