package ecpay.domain.reconciliation;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of one file of one period. There is one report of it, however often the file is
 * read.
 *
 * @param run how often reading has begun; what an older run has under way no longer counts
 * @param sums of the newest run
 */
public record Report(
    ReportId id,
    MerchantId merchant,
    StatementFile file,
    Period period,
    Stage stage,
    int run,
    Sums sums) {

  /** After so long without news a reader counts as dead. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** For so long ECPay is asked for a file that it does not have. */
  public static final Duration ASKED_FOR = Duration.ofDays(3);

  /**
   * A file is filled on the next working day. Until then it is empty, and so it is on the day whose
   * one payment is just the one that our books do not know, for its notice was lost.
   */
  private static final Duration MAY_FILL = Duration.ofDays(3);

  /** How far it has come. */
  public sealed interface Stage {
    /**
     * The file is to be read.
     *
     * @param trouble why it could not be read so far; empty before the first time
     */
    record Requested(Instant since, String trouble) implements Stage {}

    /** It is being read; from {@code until} on another reader may begin anew. */
    record Reading(Instant since, Instant until) implements Stage {}

    record Compared(Instant at) implements Stage {}

    /** Nobody tries any more until it is requested again. */
    record GivenUp(Instant at, String reason) implements Stage {}
  }

  /**
   * What a run has read.
   *
   * @param lines without the unreadable ones
   * @param paid TWD
   * @param refunded TWD, not negative
   * @param fees billed, TWD with decimals
   * @param unreadable how many rows could not be read
   * @param examples the first of those
   */
  public record Sums(
      long lines,
      long paid,
      long refunded,
      BigDecimal fees,
      long unreadable,
      List<Unreadable> examples) {
    public static final Sums NONE = new Sums(0, 0, 0, BigDecimal.ZERO, 0, List.of());
    private static final int MOST_EXAMPLES = 20;

    public Sums {
      examples = List.copyOf(examples);
    }

    /** With one more row. */
    public Sums plus(StatementEntry entry) {
      return switch (entry) {
        case StatementLine line ->
            new Sums(
                lines + 1,
                line.movedMoney() && !line.isRefund() ? paid + line.amount() : paid,
                line.isRefund() ? refunded - line.amount() : refunded,
                line.movedMoney() ? fees.add(line.fee().orElse(BigDecimal.ZERO)) : fees,
                unreadable,
                examples);
        case Unreadable row -> {
          List<Unreadable> more = new ArrayList<>(examples);
          if (more.size() < MOST_EXAMPLES) {
            more.add(row);
          }
          yield new Sums(lines, paid, refunded, fees, unreadable + 1, more);
        }
      };
    }
  }

  public static Report request(
      ReportId id, MerchantId merchant, StatementFile file, Period period, Instant now) {
    return new Report(id, merchant, file, period, new Stage.Requested(now, ""), 0, Sums.NONE);
  }

  /** When the money came and went that has come into the file by itself until its end. */
  public Period due() {
    return period.earlier(file.daysUntilBooked());
  }

  /** The file is to be read once more; one that is under way stays so. */
  public Report requestedAgain(Instant now) {
    return switch (stage) {
      case Stage.Requested _ -> this;
      case Stage.Reading reading when now.isBefore(reading.until()) -> this;
      case Stage.Reading _, Stage.Compared _, Stage.GivenUp _ -> at(new Stage.Requested(now, ""));
    };
  }

  /** Whether the run that began from {@code before} has it under way. */
  public boolean isReadFrom(Report before) {
    return isReadBy(before.run + 1);
  }

  /** Whether that run has it under way. */
  public boolean isReadBy(int reader) {
    return stage instanceof Stage.Reading && run == reader;
  }

  /** The run that began from {@code before} does not count. */
  public Report backTo(Report before) {
    return new Report(id, merchant, file, period, before.stage, run, before.sums);
  }

  /** Until when somebody else reads it; empty when reading may begin. */
  public Optional<Instant> isBusyAt(Instant now) {
    return stage instanceof Stage.Reading reading && now.isBefore(reading.until())
        ? Optional.of(reading.until())
        : Optional.empty();
  }

  /** Reading begins, from the first line. */
  public Report reading(Instant now) {
    Instant since = stage instanceof Stage.Requested ? since(now) : now;
    return new Report(
        id, merchant, file, period, new Stage.Reading(since, now.plus(LEASE)), run + 1, Sums.NONE);
  }

  /** Reading goes on; a reader is alive. */
  public Report read(List<StatementEntry> entries, Instant now) {
    Sums more = sums;
    for (StatementEntry entry : entries) {
      more = more.plus(entry);
    }
    return new Report(
        id, merchant, file, period, new Stage.Reading(since(now), now.plus(LEASE)), run, more);
  }

  public Report compared(Instant now) {
    return at(new Stage.Compared(now));
  }

  /** The file could not be read; three days after the first time nobody tries any more. */
  public Report troubled(String reason, Instant now) {
    Instant since = since(now);
    return at(
        now.isBefore(since.plus(ASKED_FOR))
            ? new Stage.Requested(since, reason)
            : new Stage.GivenUp(now, reason));
  }

  /** The file has no line so far, as far as ECPay says; that is no trouble. */
  public Report empty(Instant now) {
    return at(new Stage.Requested(now, "the file has no lines yet"));
  }

  /** Whether ECPay's file has all of its lines by then, and is believed even when it has none. */
  public boolean isFilledAt(Instant now) {
    return !now.isBefore(period.end().plus(MAY_FILL));
  }

  /** Since when ECPay is asked: what only waited for its turn has not been asked for yet. */
  private Instant since(Instant now) {
    return switch (stage) {
      case Stage.Requested(Instant since, String trouble) -> trouble.isEmpty() ? now : since;
      case Stage.Reading reading -> reading.since();
      case Stage.Compared _, Stage.GivenUp _ -> now;
    };
  }

  private Report at(Stage next) {
    return new Report(id, merchant, file, period, next, run, sums);
  }
}
