package ecpay.app.settings;

import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.adapter.http.setting.EcpaySettings.StatementWire;
import ecpay.adapter.http.statement.EcpayStatements;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.StatementFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of the comparison with ECPay's statement files. */
final class StatementSettingsReader {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration LONGEST_SPACING = Duration.ofHours(1);

  private final Values values;

  StatementSettingsReader(Values values) {
    this.values = values;
  }

  ReconciliationPolicy policy() {
    return new ReconciliationPolicy(files(), hour());
  }

  private Set<StatementFile> files() {
    Set<StatementFile> files = EnumSet.noneOf(StatementFile.class);
    String text = values.text(Setting.RECONCILIATION_FILES);
    if (text.equals("none")) {
      return files;
    }
    for (String name : text.split(",", -1)) {
      Arrays.stream(StatementFile.values())
          .filter(file -> file.name().equals(name.strip()))
          .findFirst()
          .ifPresentOrElse(
              files::add,
              () ->
                  values.refuse(
                      Setting.RECONCILIATION_FILES,
                      "none, or some of TradeNoAio,QueryTradeMedia,FundingReconDetail"));
    }
    return files;
  }

  private LocalTime hour() {
    try {
      return LocalTime.parse(values.text(Setting.RECONCILIATION_HOUR));
    } catch (DateTimeException none) {
      values.refuse(Setting.RECONCILIATION_HOUR, "a time in Taipei like 10:00");
      return ReconciliationPolicy.USUAL_HOUR;
    }
  }

  /**
   * What files may take. Only the real ECPay needs sparing: one file a minute.
   *
   * @param local whether they come from a sandbox on this very machine
   */
  FileLimits limits(boolean local) {
    if (!values.isGiven(Setting.RECONCILIATION_SPACING)) {
      return local ? FileLimits.USUAL.every(Duration.ZERO) : FileLimits.USUAL;
    }
    return FileLimits.USUAL.every(
        values.duration(
            Setting.RECONCILIATION_SPACING,
            local ? Duration.ZERO : A_MINUTE,
            LONGEST_SPACING,
            "60s to 1h towards ECPay, which gives one file a minute"));
  }

  StatementWire wire() {
    return new StatementWire(
        values.number(Setting.RECONCILIATION_MEDIA_FORMAT, 0, StatementWire.NEWEST_FORMAT),
        columns());
  }

  /** Further headers by column. */
  private Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new HashMap<>();
    if (!values.isGiven(Setting.RECONCILIATION_COLUMNS)) {
      return columns;
    }
    for (String part : values.text(Setting.RECONCILIATION_COLUMNS).split(";", -1)) {
      String[] named = part.split("=", 2);
      String column = named[0].strip();
      if (named.length < 2 || !EcpayStatements.columns().contains(column)) {
        values.refuse(
            Setting.RECONCILIATION_COLUMNS,
            "column=header|header;column=header with the columns " + EcpayStatements.columns());
      } else {
        columns.put(column, Arrays.stream(named[1].split("\\|")).map(String::strip).toList());
      }
    }
    return columns;
  }
}
