package ecpay.domain.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Books;
import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.MerchantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

public abstract class TracksContract extends BooksContract {
  private static final MerchantId STRANGER = new MerchantId("stranger");
  private static final Term TERM = new Term(115, 6);

  /** The tracks of these books. */
  protected abstract Tracks tracksOf(Books books);

  @Test
  void whatWasSeenIsFoundWithEveryTrackAndAlarm() {
    Set<TrackAlarm> alarms = new HashSet<>();
    for (TrackAlarm.Kind kind : TrackAlarm.Kind.values()) {
      alarms.add(new TrackAlarm(kind, InvoiceType.GENERAL));
      alarms.add(new TrackAlarm(kind, InvoiceType.SPECIAL));
    }
    List<Track> tracks = new ArrayList<>();
    for (TrackStatus status : TrackStatus.values()) {
      tracks.add(track(tracks.size(), InvoiceType.GENERAL, Optional.empty(), status));
      tracks.add(track(tracks.size(), InvoiceType.SPECIAL, Optional.of("00000007"), status));
    }
    SeenTracks seen =
        new SeenTracks(Samples.SHOP, new TrackStock(TERM, tracks), alarms, Samples.NOW);

    save(seen);

    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen);
  }

  @Test
  void aTermWithoutTracksIsSeenToo() {
    save(seen(Samples.SHOP, TERM, 0));

    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen(Samples.SHOP, TERM, 0));
  }

  @Test
  void whatIsSeenLaterTakesThePlaceOfWhatWasSeenBefore() {
    SeenTracks earlier =
        new SeenTracks(
            Samples.SHOP,
            seen(Samples.SHOP, TERM, 3).stock(),
            Set.of(new TrackAlarm(TrackAlarm.Kind.NUMBERS_EXHAUSTED, InvoiceType.GENERAL)),
            Samples.NOW.minusSeconds(1));
    save(earlier);

    save(seen(Samples.SHOP, TERM, 1));

    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen(Samples.SHOP, TERM, 1));
  }

  @Test
  void merchantsAndTermsAreKeptApart() {
    save(seen(Samples.SHOP, TERM, 1));
    save(seen(Samples.SHOP, TERM.next(), 2));
    save(seen(STRANGER, TERM, 3));

    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen(Samples.SHOP, TERM, 1));
    assertThat(tracks().find(Samples.SHOP, TERM.next()))
        .contains(seen(Samples.SHOP, TERM.next(), 2));
    assertThat(tracks().find(STRANGER, TERM)).contains(seen(STRANGER, TERM, 3));
    assertThat(tracks().find(STRANGER, TERM.next())).isEmpty();
  }

  @Test
  void tracksAreSavedUnderTheLockOfTheirMerchantOnly() {
    SeenTracks seen = seen(Samples.SHOP, TERM, 1);

    assertThatIllegalStateException().isThrownBy(() -> tracks().lock(Samples.SHOP));
    assertThatIllegalStateException().isThrownBy(() -> tracks().save(seen));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> tracks().save(seen)));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  tracks().lock(STRANGER);
                  tracks().save(seen);
                }));
    assertThat(tracks().find(Samples.SHOP, TERM)).isEmpty();
  }

  @Test
  void theLockEndsWithItsTransaction() {
    books.transactions().run(() -> tracks().lock(Samples.SHOP));

    assertThatIllegalStateException()
        .isThrownBy(
            () -> books.transactions().run(() -> tracks().save(seen(Samples.SHOP, TERM, 1))));
  }

  @Test
  void whatIsSavedIsUndoneWithItsTransaction() {
    save(seen(Samples.SHOP, TERM, 1));

    assertThatIllegalStateException()
        .isThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  tracks().lock(Samples.SHOP);
                  tracks().save(seen(Samples.SHOP, TERM, 2));
                  throw new IllegalStateException("undone");
                }))
        .withMessage("undone");

    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen(Samples.SHOP, TERM, 1));
  }

  @Test
  void ofThoseWhoSeeAtOnceEachSeesWhatTheOneBeforeSaved() throws Exception {
    List<Integer> seenBefore =
        Race.of(
            6,
            () ->
                inTransaction(() -> {
                  tracks().lock(Samples.SHOP);
                  int before =
                      tracks()
                          .find(Samples.SHOP, TERM)
                          .map(seen -> seen.stock().tracks().size())
                          .orElse(0);
                  tracks().save(seen(Samples.SHOP, TERM, before + 1));
                  return before;
                }));

    assertThat(seenBefore).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    assertThat(tracks().find(Samples.SHOP, TERM)).contains(seen(Samples.SHOP, TERM, 6));
  }

  private Tracks tracks() {
    return tracksOf(books);
  }

  private void save(SeenTracks seen) {
    books
        .transactions()
        .run(() -> {
          tracks().lock(seen.merchant());
          tracks().save(seen);
        });
  }

  private static SeenTracks seen(MerchantId merchant, Term term, int tracks) {
    List<Track> some = new ArrayList<>();
    for (int number = 0; number < tracks; number++) {
      Track one = track(number, InvoiceType.GENERAL, Optional.empty(), TrackStatus.IN_USE);
      some.add(new Track(one.id(), term, one.type(), one.range(), one.lastUsed(), one.status()));
    }
    return new SeenTracks(merchant, new TrackStock(term, some), Set.of(), Samples.NOW);
  }

  private static Track track(
      int number, InvoiceType type, Optional<String> lastUsed, TrackStatus status) {
    String header = "A" + (char) ('A' + number);
    TrackRange range = new TrackRange(header, "00000000", "00000049");
    return new Track(new TrackId("T" + number), TERM, type, range, lastUsed, status);
  }
}
