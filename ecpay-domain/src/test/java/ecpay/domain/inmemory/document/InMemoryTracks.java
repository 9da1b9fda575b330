package ecpay.domain.inmemory.document;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.Tracks;
import java.util.List;
import java.util.Optional;

public final class InMemoryTracks implements Tracks {
  private final Table<Key, SeenTracks> table;
  private final Tables tables;

  public InMemoryTracks(Tables tables) {
    this.tables = tables;
    this.table = tables.table(List.of());
  }

  @Override
  public void lock(MerchantId merchant) {
    tables.holdTracks(merchant);
  }

  @Override
  public void save(SeenTracks seen) {
    tables.demandTracksHeld(seen.merchant());
    Key key = new Key(seen.merchant(), seen.stock().term());
    if (!table.addNew(key, seen)) {
      table.replace(key, seen);
    }
  }

  @Override
  public Optional<SeenTracks> find(MerchantId merchant, Term term) {
    return table.find(new Key(merchant, term));
  }

  private record Key(MerchantId merchant, Term term) {}
}
