package ecpay.app.web.console;

import ecpay.domain.event.DomainEvent.AskedByPerson;
import ecpay.domain.event.EventLog;
import ecpay.domain.order.OrderId;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes down who asked for what at the console, before it is done and whatever comes of it. */
public final class PersonLog {
  private final Transactions transactions;
  private final EventLog events;
  private final Clock clock;

  public PersonLog(Transactions transactions, EventLog events, Clock clock) {
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A person asks for something.
   *
   * @param order whose timeline tells of it, if any
   * @param deed such as {@code continue_refund}
   * @param about the id of what it is asked for
   */
  public void asked(
      ConsoleLogin.Person person, Optional<OrderId> order, String deed, String about) {
    transactions.run(() ->
        events.append(
            person.merchant(),
            order,
            Instant.now(clock),
            new AskedByPerson(person.name(), person.key(), deed, about)));
  }
}
