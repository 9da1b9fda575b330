package ecpay.app;

import ecpay.domain.answer.Answer;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Finding;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.track.TrackSwitch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The number tracks and checks of an ECPay with one allotment per term and no objections. */
public final class ScriptedAuthority implements TrackGateway, CheckGateway {
  public static final TrackRange RANGE = new TrackRange("UV", "00000000", "00000999");

  public final AtomicInteger checked = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<TrackId, Track> tracks =
      new ConcurrentSkipListMap<>(Comparator.comparing(TrackId::value));

  public volatile Optional<Answer<Finding>> finding = Optional.empty();
  public volatile Optional<Answer<Switched>> switching = Optional.empty();
  public volatile boolean reachable = true;

  @Override
  public Answer<List<Allotment>> getGovInvoiceWordSetting(Merchant merchant, int rocYear) {
    return told(
        IntStream.rangeClosed(1, 6)
            .mapToObj(term ->
                new Allotment(new Term(rocYear, term), InvoiceType.GENERAL, RANGE, RANGE.books()))
            .toList());
  }

  @Override
  public Answer<TrackId> addInvoiceWordSetting(Merchant merchant, Allotment allotment) {
    TrackId id = new TrackId(Integer.toString(1_000 + ids.incrementAndGet()));
    tracks.put(
        id,
        new Track(
            id,
            allotment.term(),
            allotment.type(),
            allotment.range(),
            Optional.empty(),
            TrackStatus.NOT_ENABLED));
    return new Answer.Accepted<>(id);
  }

  @Override
  public Answer<Switched> updateInvoiceWordStatus(
      Merchant merchant, TrackId track, TrackSwitch to) {
    if (switching.isPresent()) {
      return switching.get();
    }
    tracks.computeIfPresent(
        track,
        (id, one) ->
            new Track(id, one.term(), one.type(), one.range(), one.lastUsed(), to.leadsTo()));
    return new Answer.Accepted<>(new Switched());
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, Term term) {
    return told(tracks.values().stream().filter(one -> one.term().equals(term)).toList());
  }

  @Override
  public Answer<List<Track>> getInvoiceWordSetting(Merchant merchant, int rocYear) {
    return told(tracks.values().stream().filter(one -> one.term().rocYear() == rocYear).toList());
  }

  private <T> Answer<T> told(T value) {
    return reachable ? new Answer.Accepted<>(value) : new Answer.NotSent<>("no route");
  }

  @Override
  public Answer<Finding> checkBarcode(Merchant merchant, Carrier.MobileBarcode barcode) {
    return found();
  }

  @Override
  public Answer<Finding> checkLoveCode(Merchant merchant, LoveCode loveCode) {
    return found();
  }

  @Override
  public Answer<Finding> getCompanyNameByTaxID(Merchant merchant, CompanyNumber number) {
    return found();
  }

  private Answer<Finding> found() {
    checked.incrementAndGet();
    return finding.orElseGet(() -> new Answer.Accepted<>(new Finding.Exists("測試")));
  }
}
