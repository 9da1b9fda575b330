package ecpay.domain.inmemory.record;

import ecpay.domain.inbox.Inbox;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

public final class InMemoryInbox implements Inbox {
  private final Table<Meaning, byte[]> kept;
  private final Table<Integer, RefusedNotice> refused;

  public InMemoryInbox(Tables tables) {
    this.kept = tables.table(List.of());
    this.refused = tables.table(List.of());
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

  /** The bodies that were kept as authentic, oldest first. */
  public List<byte[]> keptBodies() {
    return kept.where(_ -> true);
  }

  /** The notices that were refused, oldest first. */
  public List<RefusedNotice> refusedNotices() {
    return refused.where(_ -> true);
  }
}
