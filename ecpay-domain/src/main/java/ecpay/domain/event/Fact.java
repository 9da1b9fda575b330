package ecpay.domain.event;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is told once, whoever comes upon it and however many at the same moment.
 *
 * @param name what it is; of one merchant
 * @param since told before that instant, it is told anew; never before {@link Instant#EPOCH}
 * @param until told from that instant on, it is told anew, for then our clock was put back
 */
public record Fact(String name, Instant since, Instant until) {
  /** 9999-12-31: none of us has a clock that shows it. */
  private static final Instant NEVER = Instant.ofEpochSecond(253_402_214_400L);

  /** Of no order and no thing: a merchant is told it once, however many things show it. */
  public static Fact ofMerchant(String kind) {
    return new Fact(kind, Instant.EPOCH, NEVER);
  }

  /** What this incident says of this thing of this order, or of none; told once for ever. */
  public static Fact of(Optional<OrderId> order, IncidentRaised incident) {
    return of(order, incident.kind(), incident.about());
  }

  /** Likewise; kinds and order ids have no spaces, so that no two facts have one name. */
  public static Fact of(Optional<OrderId> order, String kind, String about) {
    return ofMerchant(String.join(" ", kind, order.map(OrderId::value).orElse("-"), about));
  }

  /** The same, which may happen anew after that instant. */
  public Fact since(Instant beginning) {
    return new Fact(name, beginning, until);
  }

  /** The same, which is told again when our clock shows that much more or less. */
  public Fact quietFor(Duration pause, Instant now) {
    // One tick of the books later: a pause that has passed to its end has passed.
    return new Fact(name, now.minus(pause).plusNanos(1_000), now.plus(pause));
  }

  /** Whether it is told already, where it was last told at that instant. */
  public boolean isTold(Instant at) {
    return !at.isBefore(since) && at.isBefore(until);
  }
}
