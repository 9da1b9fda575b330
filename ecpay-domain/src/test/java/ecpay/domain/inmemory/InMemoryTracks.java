package ecpay.domain.inmemory;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.Tracks;
import java.util.List;
import java.util.Optional;

final class InMemoryTracks implements Tracks {
  final Table<Key, SeenTracks> table;
  private final InMemoryBooks books;

  InMemoryTracks(InMemoryBooks books) {
    this.books = books;
    this.table = new Table<>(books, List.of());
  }

  @Override
  public void lock(MerchantId merchant) {
    books.holdTracks(merchant);
  }

  @Override
  public void save(SeenTracks seen) {
    books.demandTracksHeld(seen.merchant());
    Key key = new Key(seen.merchant(), seen.stock().term());
    if (!table.addNew(key, seen)) {
      table.replace(key, seen);
    }
  }

  @Override
  public Optional<SeenTracks> find(MerchantId merchant, Term term) {
    return table.find(new Key(merchant, term));
  }

  record Key(MerchantId merchant, Term term) {}
}
