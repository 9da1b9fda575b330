package ecpay.acceptance.target;

import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.domain.merchant.MerchantId;
import ecpay.sandbox.SandboxOptions;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A platform vendor of ECPay with two shops that are bound to it and one that is not, and beside
 * them an ordinary merchant; against the sandbox, in this process.
 */
public final class Mall implements AutoCloseable {
  public static final String TEA = "tea";
  public static final String BOOKS = "books";
  public static final String UNBOUND = "unbound";
  public static final String ORDINARY = "ordinary";

  /** ECPay's public payment platform; its e-invoice one is made up (U-02). */
  public static final String PAYMENT_PLATFORM = "3003008";

  public static final String INVOICE_PLATFORM = "2000999";
  private static final String INVOICE_KEY = "MallInvoiceKey01";
  private static final String INVOICE_IV = "MallInvoiceIv001";
  private static final String OTHER_KEY = "OtherInvoiceKey1";
  private static final String OTHER_IV = "OtherInvoiceIv01";

  private final House house;

  private Mall(House house) {
    this.house = house;
  }

  /**
   * Starts both on free ports at that time.
   *
   * @param database settings of a database that is still empty
   */
  public static Mall start(Map<String, String> database, Instant begin) throws IOException {
    int port = Ports.free();
    return new Mall(
        House.start(
            ecpay(),
            port,
            sandbox -> {
              Map<String, String> settings =
                  House.surroundings(sandbox, port, "http://localhost:" + port);
              settings.putAll(merchants());
              settings.putAll(database);
              return settings;
            },
            begin));
  }

  private static SandboxOptions ecpay() {
    return SandboxOptions.defaults()
        .withPlatform(Service.PAYMENT, PAYMENT_PLATFORM, Set.of("3002607", "3002608"))
        .withMerchant(Merchant.ordinary(INVOICE_PLATFORM, Service.INVOICE, INVOICE_KEY, INVOICE_IV))
        .withPlatform(Service.INVOICE, INVOICE_PLATFORM, Set.of("2000201", "2000202"))
        .withMerchant(Merchant.ordinary("2000204", Service.INVOICE, OTHER_KEY, OTHER_IV));
  }

  private static Map<String, String> merchants() {
    return Map.ofEntries(
        Map.entry("merchants", String.join(",", TEA, BOOKS, UNBOUND, ORDINARY)),
        Map.entry("merchant.platform", "payment,invoice"),
        Map.entry("platform.payment.merchant-id", PAYMENT_PLATFORM),
        Map.entry("platform.payment.hash-key", "FCnGLNS7P3xQ2q3E"),
        Map.entry("platform.payment.hash-iv", "awL5GRWRhyaybq13"),
        Map.entry("platform.invoice.merchant-id", INVOICE_PLATFORM),
        Map.entry("platform.invoice.hash-key", INVOICE_KEY),
        Map.entry("platform.invoice.hash-iv", INVOICE_IV),
        Map.entry("merchants.tea.name", "茶行 Tea House"),
        Map.entry("merchants.tea.payment.merchant-id", "3002607"),
        Map.entry("merchants.tea.invoice.merchant-id", "2000201"),
        Map.entry("merchants.books.name", "書店 Book Shop"),
        Map.entry("merchants.books.payment.merchant-id", "3002608"),
        Map.entry("merchants.books.invoice.merchant-id", "2000202"),
        Map.entry("merchants.unbound.name", "Nobody's"),
        Map.entry("merchants.unbound.payment.merchant-id", "3002609"),
        Map.entry("merchants.unbound.invoice.merchant-id", "2000203"),
        Map.entry("merchants.ordinary.name", "Ordinary"),
        Map.entry("merchants.ordinary.platform", "none"),
        Map.entry("merchants.ordinary.payment.merchant-id", "3085779"),
        Map.entry("merchants.ordinary.payment.hash-key", "y6869NBszTuvhSRx"),
        Map.entry("merchants.ordinary.payment.hash-iv", "BMm7FmX91dE8rpdw"),
        Map.entry("merchants.ordinary.invoice.merchant-id", "2000204"),
        Map.entry("merchants.ordinary.invoice.hash-key", OTHER_KEY),
        Map.entry("merchants.ordinary.invoice.hash-iv", OTHER_IV));
  }

  public House house() {
    return house;
  }

  public String apiKey(String merchant) {
    return Optional.ofNullable(house.platform().newApiKeys().get(new MerchantId(merchant)))
        .orElseThrow();
  }

  /** Everybody around one of the shops, with that shop's own key. */
  public Cast cast(String merchant) {
    return new Cast(
        house.platformUrl(), apiKey(merchant), Optional.of(house.sandboxUrl()), Narrator.SILENT);
  }

  @Override
  public void close() {
    house.close();
  }
}
