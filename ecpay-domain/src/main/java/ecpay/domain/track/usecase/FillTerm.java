package ecpay.domain.track.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackAlarm;
import ecpay.domain.track.TrackAlarm.Kind;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStock;
import ecpay.domain.track.TrackSwitch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run over one term: compares ECPay's tracks with what the government allotted, adds what is
 * missing and enables what was never enabled. Nothing is remembered between runs but ECPay's own
 * books, so that a run may be killed anywhere. An allotment of which a part was added was divided
 * by a person, and a paused or disabled track was stopped by one: both are left alone.
 */
final class FillTerm {
  /** Changing calls of one run; what is beyond comes with the next. */
  static final int MOST_CALLS = 50;

  private final TrackGateway gateway;
  private final TrackCalls calls;
  private final Merchant merchant;
  private final Term term;
  private final Set<InvoiceType> handsOff = EnumSet.noneOf(InvoiceType.class);
  private final Map<TrackAlarm, String> refusals = new LinkedHashMap<>();
  private Optional<String> trouble = Optional.empty();
  private int made;

  /**
   * @param handsOff the types that only a person may go on with
   */
  FillTerm(
      TrackGateway gateway,
      TrackCalls calls,
      Merchant merchant,
      Term term,
      Set<InvoiceType> handsOff) {
    this.gateway = gateway;
    this.calls = calls;
    this.merchant = merchant;
    this.term = term;
    this.handsOff.addAll(handsOff);
  }

  /** Only looks. */
  static Survey look(TrackGateway gateway, Merchant merchant, Term term) {
    Answer<List<Track>> answer = gateway.getInvoiceWordSetting(merchant, term);
    return answer instanceof Answer.Accepted<List<Track>>(List<Track> tracks)
        ? Survey.of(new TrackStock(term, tracks))
        : Survey.blind(why("GetInvoiceWordSetting", answer));
  }

  Survey run() {
    Survey before = look(gateway, merchant, term);
    return before.stock().map(this::fill).orElse(before);
  }

  private Survey fill(TrackStock before) {
    Answer<List<Allotment>> told = gateway.getGovInvoiceWordSetting(merchant, term.rocYear());
    if (!(told instanceof Answer.Accepted<List<Allotment>>(List<Allotment> allotted))) {
      trouble = Optional.of(why("GetGovInvoiceWordSetting", told));
      return survey(before, EnumSet.allOf(InvoiceType.class));
    }
    List<Waiting> waiting = new ArrayList<>();
    before.neverEnabled().forEach(track -> waiting.add(new Waiting(track.id(), track.type())));
    missing(before, allotted).forEach(allotment -> add(allotment).ifPresent(waiting::add));
    waiting.forEach(this::enable);
    if (made == MOST_CALLS) {
      trouble = trouble.or(() -> Optional.of("more is left to add or enable"));
    }
    if (made == 0) {
      return survey(before, open(before, allotted));
    }
    Survey after = look(gateway, merchant, term);
    if (after.stock().isEmpty()) {
      trouble = trouble.or(after::trouble);
      return survey(before, EnumSet.allOf(InvoiceType.class));
    }
    return survey(after.stock().get(), open(after.stock().get(), allotted));
  }

  private Survey survey(TrackStock stock, Set<InvoiceType> open) {
    return new Survey(Optional.of(stock), open, refusals, trouble);
  }

  private List<Allotment> missing(TrackStock stock, List<Allotment> allotted) {
    List<Allotment> missing = new ArrayList<>();
    for (Allotment allotment : allotted) {
      TrackRange range = allotment.range();
      if (allotment.term().equals(term)
          && !stock.touches(range)
          && missing.stream().noneMatch(other -> other.range().overlaps(range))) {
        missing.add(allotment);
      }
    }
    return missing;
  }

  private Set<InvoiceType> open(TrackStock stock, List<Allotment> allotted) {
    Set<InvoiceType> open = EnumSet.noneOf(InvoiceType.class);
    missing(stock, allotted).forEach(allotment -> open.add(allotment.type()));
    stock.neverEnabled().forEach(track -> open.add(track.type()));
    return open;
  }

  private Optional<Waiting> add(Allotment allotment) {
    if (!goesOn(allotment.type())) {
      return Optional.empty();
    }
    Answer<TrackId> answer = calls.add(merchant, allotment);
    note("AddInvoiceWordSetting " + allotment.range(), allotment.type(), answer);
    return answer instanceof Answer.Accepted<TrackId>(TrackId track)
        ? Optional.of(new Waiting(track, allotment.type()))
        : Optional.empty();
  }

  private void enable(Waiting waiting) {
    if (goesOn(waiting.type)) {
      Answer<Switched> answer = calls.turn(merchant, waiting.track, TrackSwitch.ENABLE);
      note("UpdateInvoiceWordStatus " + waiting.track, waiting.type, answer);
    }
  }

  private boolean goesOn(InvoiceType type) {
    return trouble.isEmpty() && !handsOff.contains(type) && made < MOST_CALLS;
  }

  private void note(String call, InvoiceType type, Answer<?> answer) {
    made++;
    switch (answer) {
      case Answer.Accepted<?> _ -> {}
      case Answer.Refused<?> _ ->
          refusals.put(new TrackAlarm(Kind.TRACK_REFUSED, type), why(call, answer));
      case Answer.NotSent<?> _ -> trouble = Optional.of(why(call, answer));
      case Answer.Unknown<?>(String _, boolean resendable) -> {
        if (resendable) {
          trouble = Optional.of(why(call, answer));
        } else {
          handsOff.add(type);
          refusals.put(new TrackAlarm(Kind.TRACK_NEEDS_A_PERSON, type), why(call, answer));
        }
      }
    }
  }

  private static String why(String call, Answer<?> answer) {
    return call
        + switch (answer) {
          case Answer.Accepted<?> _ -> " accepted";
          case Answer.Unaccepted<?> not -> " " + not.why();
        };
  }

  private record Waiting(TrackId track, InvoiceType type) {}
}
