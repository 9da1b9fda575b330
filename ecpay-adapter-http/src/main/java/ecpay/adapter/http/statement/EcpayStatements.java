package ecpay.adapter.http.statement;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.adapter.http.setting.EcpaySettings.StatementWire;
import ecpay.adapter.http.transport.Transport;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches statement files, one at a time, and reads each from the disk, so that reading never keeps
 * ECPay's connection waiting. The file is gone when its lines are closed.
 */
public final class EcpayStatements implements StatementSource {
  /** A refusal in place of a file: {@code RtnCode|RtnMsg}. */
  private static final Pattern REFUSAL = Pattern.compile("([0-9]{1,10})\\|(.{0,200})");

  private final AioApi aio;
  private final EcpayApi ecpg;
  private final FileTurn turn;
  private final Downloads downloads;
  private final int mediaFormat;
  private final Map<Column, List<String>> further;

  /**
   * Removes what earlier runs that were killed have left in the folder for temporary files.
   *
   * @param transport what the others send through
   * @param turn whose turn it is among all nodes
   * @param spacing from one file to the next, and when to come again while one is being fetched
   * @param wire with further headers by the name of their column, such as {@code order-number}
   * @throws IllegalArgumentException for a column that does not exist
   */
  public EcpayStatements(
      AioApi aio,
      EcpayApi ecpg,
      Transport transport,
      Turn turn,
      Duration spacing,
      Clock clock,
      StatementWire wire) {
    this(
        aio,
        ecpg,
        new FileTurn(transport, turn, spacing, clock),
        new Downloads(Path.of(System.getProperty("java.io.tmpdir"))),
        wire);
  }

  EcpayStatements(
      AioApi aio, EcpayApi ecpg, FileTurn turn, Downloads downloads, StatementWire wire) {
    this.aio = aio;
    this.ecpg = ecpg;
    this.turn = turn;
    this.downloads = downloads;
    downloads.removeLeftovers();
    this.mediaFormat = wire.mediaFormat();
    this.further = further(wire.columns());
  }

  private static Map<Column, List<String>> further(Map<String, List<String>> columns) {
    Map<Column, List<String>> further = new EnumMap<>(Column.class);
    columns.forEach((name, headers) ->
        further.put(
            Arrays.stream(Column.values())
                .filter(column -> column.key().equals(name))
                .findFirst()
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "no column " + name + "; there are " + Column.keys())),
            List.copyOf(headers)));
    return further;
  }

  /** The names of the columns that a setting may give headers for. */
  public static List<String> columns() {
    return Column.keys();
  }

  @Override
  public Opening open(Merchant merchant, StatementFile file, Period period) {
    return turn.take(() -> fetched(merchant, file, period));
  }

  private Answer<StatementLines> fetched(Merchant merchant, StatementFile file, Period period) {
    Path place = downloads.newFile();
    boolean isOpen = false;
    try {
      Answer<StatementLines> answer = opened(fetch(merchant.payments(), file, period, place));
      isOpen = answer instanceof Answer.Accepted<StatementLines>;
      return answer;
    } finally {
      if (!isOpen) {
        downloads.remove(place);
      }
    }
  }

  private Answer<Path> fetch(EcpayAccount account, StatementFile file, Period period, Path place) {
    return switch (file) {
      case TradeNoAio -> aio.download(account, new TradeNoAio(period, mediaFormat), place);
      case FundingReconDetail -> aio.download(account, new FundingReconDetail(period), place);
      case QueryTradeMedia -> ecpg.download(account, new QueryTradeMedia(period), place);
    };
  }

  private Answer<StatementLines> opened(Answer<Path> fetched) {
    return switch (fetched) {
      case Answer.Accepted<Path>(Path file) -> opened(file);
      case Answer.Refused<Path>(String code, String message) -> new Answer.Refused<>(code, message);
      case Answer.NotSent<Path>(String reason) -> new Answer.NotSent<>(reason);
      case Answer.Unknown<Path>(String reason, boolean resendable) ->
          new Answer.Unknown<>(reason, resendable);
    };
  }

  private Answer<StatementLines> opened(Path file) {
    try {
      String head = EcpayApi.head(file);
      Matcher refusal = REFUSAL.matcher(head.lines().findFirst().orElse(""));
      if (refusal.matches()) {
        return new Answer.Refused<>(refusal.group(1), refusal.group(2));
      }
      if (head.isEmpty()) {
        return new Answer.Unknown<>("the file is empty, it has not even a header row", true);
      }
      if (head.startsWith("<") || head.startsWith("{")) {
        return new Answer.Unknown<>("the answer is no statement file", true);
      }
      return new Answer.Accepted<>(lines(Files.newInputStream(file), () -> downloads.remove(file)));
    } catch (BrokenStatementException broken) {
      return new Answer.Unknown<>("the file cannot be read: " + broken.getMessage(), true);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public StatementLines read(InputStream file) {
    return lines(file, () -> {});
  }

  private StatementLines lines(InputStream bytes, Runnable atEnd) {
    try {
      return new CsvLines(BoundedRows.of(bytes), further, atEnd);
    } catch (IOException broken) {
      throw new BrokenStatementException("the file breaks off at its beginning");
    }
  }
}
