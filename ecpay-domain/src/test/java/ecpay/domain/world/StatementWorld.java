package ecpay.domain.world;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.usecase.ApplyDifference;
import ecpay.domain.reconciliation.usecase.CompareStatement;
import ecpay.domain.reconciliation.usecase.ReadStatement;
import ecpay.domain.reconciliation.usecase.ReconcileDay;
import ecpay.domain.reconciliation.usecase.RequestReport;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shop does with statement files, and the files that ECPay gives. */
public final class StatementWorld {
  public final RequestReport requestReport;
  public final CompareStatement compareStatement;
  public final ReadStatement readStatement;
  public final ReconcileDay reconcileDay;
  public final ApplyDifference applyDifference;
  private final Map<StatementFile, List<StatementEntry>> files = new EnumMap<>(StatementFile.class);
  private Optional<String> broken = Optional.empty();
  private Instant queuedUntil = Instant.MIN;

  StatementWorld(World world, Ports ports) {
    Interruptions interruptions = world.interruptions;
    Reports reports = interruptions.around(Reports.class, world.books.reports());
    StatementBooks books = interruptions.around(StatementBooks.class, world.books.statementBooks());
    StatementSource source =
        interruptions.around(
            StatementSource.class,
            new StatementSource() {
              @Override
              public Opening open(Merchant merchant, StatementFile file, Period days) {
                if (world.clock.instant().isBefore(queuedUntil)) {
                  return new Opening.Queued(world.clock.instant().plus(Duration.ofHours(1)));
                }
                return new Opening.Asked(
                    world.wire.call(
                        file.name(), () -> new Answer.Accepted<>(StatementWorld.this.open(file))));
              }

              @Override
              public StatementLines read(InputStream file) {
                return lines(List.of(), Optional.empty());
              }
            });
    compareStatement =
        new CompareStatement(
            ports.transactions,
            reports,
            books,
            ports.orders,
            ports.payments,
            ports.events,
            ports.identities,
            world.clock);
    readStatement =
        new ReadStatement(
            ports.transactions,
            ports.merchants,
            source,
            compareStatement,
            reports,
            ports.events,
            world.clock);
    requestReport =
        new RequestReport(
            ports.transactions, reports, ports.followUps, ports.identities, world.clock);
    reconcileDay =
        new ReconcileDay(
            requestReport,
            reports,
            new ReconciliationPolicy(
                EnumSet.allOf(StatementFile.class), ReconciliationPolicy.USUAL_HOUR),
            ports.merchants,
            world.clock);
    applyDifference =
        new ApplyDifference(
            ports.transactions, reports, books, ports.events, ports.followUps, world.clock);
  }

  /** What ECPay's file of that kind says from now on, whatever the day. */
  public void tells(StatementFile file, StatementEntry... entries) {
    files.put(file, List.of(entries));
  }

  /** The next files break off behind what they say. */
  public void breaksOff(String message) {
    broken = Optional.of(message);
  }

  public void isWhole() {
    broken = Optional.empty();
  }

  /** Until then others have the turn. */
  public void isBusyWithOthers(Instant until) {
    queuedUntil = until;
  }

  private StatementLines open(StatementFile file) {
    return lines(files.getOrDefault(file, List.of()), broken);
  }

  /** A file of these rows. */
  public static StatementLines lines(List<StatementEntry> entries, Optional<String> broken) {
    List<StatementEntry> left = new ArrayList<>(entries);
    return new StatementLines() {
      @Override
      public List<StatementEntry> next(int most) {
        if (left.isEmpty() && broken.isPresent()) {
          throw new BrokenStatementException(broken.get());
        }
        List<StatementEntry> part = left.subList(0, Math.min(most, left.size()));
        List<StatementEntry> copy = List.copyOf(part);
        part.clear();
        return copy;
      }

      @Override
      public void close() {
        left.clear();
      }
    };
  }
}
