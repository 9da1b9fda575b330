package ecpay.domain.inmemory.record;

import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.RefusedNotice;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

public final class InMemoryInbox implements Inbox {
  private static final int MOST_REFUSED = 1_000;
  private static final int MOST_REFUSED_BYTES = 4096;
  private final Table<Meaning, byte[]> kept;
  private final Table<Equal, Refused> refused;

  public InMemoryInbox(Tables tables) {
    this.kept = tables.table(List.of());
    this.refused = tables.table(List.of());
  }

  @Override
  public boolean keep(Meaning meaning, byte[] body, Instant at) {
    return kept.addNew(meaning, body.clone());
  }

  @Override
  public boolean isKept(Meaning meaning) {
    return kept.find(meaning).isPresent();
  }

  @Override
  public void keepRefused(
      MerchantId merchant, String callback, String reason, byte[] body, Instant at) {
    Equal equal = new Equal(merchant, callback, reason, ByteBuffer.wrap(body.clone()));
    int length = Math.min(body.length, MOST_REFUSED_BYTES);
    refused.remove(equal);
    refused.add(
        equal, new Refused(equal, new RefusedNotice(merchant, callback, reason, length, at)));
    List<Refused> all = refused.where(other -> other.equal.merchant.equals(merchant));
    all.stream()
        .limit(Math.max(0, all.size() - MOST_REFUSED))
        .forEach(oldest -> refused.remove(oldest.equal));
  }

  /** The bodies that were kept as authentic, oldest first. */
  public List<byte[]> keptBodies() {
    return kept.where(_ -> true);
  }

  /** The notices that were refused, oldest first. */
  public List<RefusedNotice> refusedNotices() {
    return refused.where(_ -> true).stream().map(Refused::notice).toList();
  }

  private record Equal(MerchantId merchant, String callback, String reason, ByteBuffer body) {}

  private record Refused(Equal equal, RefusedNotice notice) {}
}
