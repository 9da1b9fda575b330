package ecpay.app.settings;

import ecpay.adapter.http.statement.EcpayStatements;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.StatementFile;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of the comparison with ECPay's statement files. */
final class StatementSettingsReader {
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

  /** Further headers by column. */
  Map<String, List<String>> columns() {
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
