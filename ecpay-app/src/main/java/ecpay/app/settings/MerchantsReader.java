package ecpay.app.settings;

import ecpay.app.settings.Settings.Shop;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.RefundPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes merchants of values: the one of {@code merchant.id}, or each that {@code merchants} lists.
 */
final class MerchantsReader {
  private static final int MOST_MERCHANTS = 1_000;
  private static final Service PAYMENT =
      new Service(
          new Contract(
              Setting.PAYMENT_MERCHANT_ID, Setting.PAYMENT_HASH_KEY, Setting.PAYMENT_HASH_IV),
          new Contract(
              Setting.PLATFORM_PAYMENT_MERCHANT_ID,
              Setting.PLATFORM_PAYMENT_HASH_KEY,
              Setting.PLATFORM_PAYMENT_HASH_IV));
  private static final Service INVOICE =
      new Service(
          new Contract(
              Setting.INVOICE_MERCHANT_ID, Setting.INVOICE_HASH_KEY, Setting.INVOICE_HASH_IV),
          new Contract(
              Setting.PLATFORM_INVOICE_MERCHANT_ID,
              Setting.PLATFORM_INVOICE_HASH_KEY,
              Setting.PLATFORM_INVOICE_HASH_IV));

  private final Values values;
  private final Environment environment;
  private final Map<Service, Map<EcpayMerchantId, String>> owners = new HashMap<>();
  private final Set<Path> keyFiles = new HashSet<>();

  MerchantsReader(Values values, Environment environment) {
    this.values = values;
    this.environment = environment;
  }

  /** The settings of a contract with ECPay. */
  private record Contract(Setting number, Setting hashKey, Setting hashIv) {}

  /**
   * One of ECPay's services.
   *
   * @param own where a merchant's own contract stands
   * @param platforms where the platform's stands
   */
  private record Service(Contract own, Contract platforms) {}

  List<Shop> read() {
    if (!values.isGiven(Setting.MERCHANTS)) {
      return shop(values, Setting.MERCHANT_ID, values.text(Setting.MERCHANT_ID)).stream().toList();
    }
    refuseWhatBelongsInSections();
    List<String> names = values.merchants();
    if (names.size() > MOST_MERCHANTS || Set.copyOf(names).size() < names.size()) {
      values.refuse(Setting.MERCHANTS, "each merchant once, at most " + MOST_MERCHANTS);
      return List.of();
    }
    List<Shop> shops = new ArrayList<>();
    names.forEach(name -> shop(values.of(name), Setting.MERCHANTS, name).ifPresent(shops::add));
    return shops;
  }

  /** Whose would it be? */
  private void refuseWhatBelongsInSections() {
    if (!values.isFallback(Setting.MERCHANT_ID)) {
      values.refuse(Setting.MERCHANT_ID, "not beside merchants, which lists them all");
    }
    Setting.ofMerchants().stream()
        .filter(setting -> setting.isOwn() && values.isGiven(setting))
        .forEach(setting ->
            values.refuse(
                setting, "with several merchants each has its own: " + setting.keyOf("NAME")));
  }

  private Optional<Shop> shop(Values own, Setting named, String name) {
    Optional<MerchantId> id = own.domain(named, () -> new MerchantId(name));
    String shownName = own.required(Setting.MERCHANT_NAME, "the shop's name, shown to its buyers");
    Set<Service> throughPlatform = throughPlatform(own);
    Optional<EcpayAccount> payments = account(own, name, PAYMENT, throughPlatform);
    Optional<EcpayAccount> invoices = account(own, name, INVOICE, throughPlatform);
    InvoicePolicy policy = new InvoiceSettingsReader(own).policy();
    CardSettingsReader cards = new CardSettingsReader(own, environment);
    CardTerms cardTerms = cards.terms();
    RefundPolicy refunds = cards.refunds();
    boolean dashboardNotifies = own.flag(Setting.MERCHANT_DASHBOARD_NOTIFIES);
    Optional<Path> apiKeyFile = own.path(Setting.API_KEY_FILE);
    if (apiKeyFile.isPresent() && !keyFiles.add(apiKeyFile.get())) {
      own.refuse(Setting.API_KEY_FILE, "a file of its own: another merchant's key is in this one");
    }
    Optional<CallbackUrls> callbacks =
        own.domain(Setting.PUBLIC_URL, () -> callbacks(id.map(MerchantId::value).orElse("shop")));
    if (id.isEmpty() || payments.isEmpty() || invoices.isEmpty() || callbacks.isEmpty()) {
      return Optional.empty();
    }
    Merchant merchant =
        new Merchant(
            id.get(),
            shownName,
            payments.get(),
            invoices.get(),
            callbacks.get(),
            dashboardNotifies,
            policy,
            cardTerms,
            refunds);
    return Optional.of(new Shop(merchant, apiKeyFile));
  }

  private CallbackUrls callbacks(String merchant) {
    return CallbackUrls.below(values.origin(Setting.PUBLIC_URL) + "/callbacks/" + merchant);
  }

  private static Set<Service> throughPlatform(Values own) {
    Set<Service> services = new HashSet<>();
    for (String name : own.text(Setting.MERCHANT_PLATFORM).split(",", -1)) {
      switch (name.strip()) {
        case "payment" -> services.add(PAYMENT);
        case "invoice" -> services.add(INVOICE);
        case "none" -> {} // an ordinary merchant (R-TRN-10)
        default ->
            own.refuse(
                Setting.MERCHANT_PLATFORM, "payment, invoice, or both with a comma, or none");
      }
    }
    return services;
  }

  private Optional<EcpayAccount> account(
      Values own, String name, Service service, Set<Service> throughPlatform) {
    Setting number = service.own().number();
    Optional<EcpayMerchantId> id = own.domain(number, () -> new EcpayMerchantId(own.text(number)));
    id.ifPresent(known -> refuseASharedAccount(own, name, service, known));
    if (!throughPlatform.contains(service)) {
      Optional<Credentials> keys = keys(own, service.own());
      return id.flatMap(known -> keys.map(held -> new EcpayAccount(known, held)));
    }
    refuseOwnKeys(own, service.own());
    Setting platformNumber = service.platforms().number();
    Optional<EcpayMerchantId> platform =
        values.domain(platformNumber, () -> new EcpayMerchantId(values.text(platformNumber)));
    Optional<Credentials> keys = keys(values, service.platforms());
    return id.isEmpty() || platform.isEmpty() || keys.isEmpty()
        ? Optional.empty()
        : own.domain(number, () -> new EcpayAccount(id.get(), keys.get(), platform));
  }

  /** R-TRN-09. */
  private static void refuseOwnKeys(Values own, Contract contract) {
    for (Setting key : List.of(contract.hashKey(), contract.hashIv())) {
      if (own.isGiven(key)) {
        own.refuse(key, "none: through a platform its keys encrypt and sign (R-TRN-09)");
      }
    }
  }

  /** Only the stage has one account for everybody; elsewhere the books of two would be one. */
  private void refuseASharedAccount(Values own, String name, Service service, EcpayMerchantId id) {
    String owner =
        owners.computeIfAbsent(service, _ -> new HashMap<>()).computeIfAbsent(id, _ -> name);
    if (!owner.equals(name) && environment != Environment.STAGE) {
      own.refuse(service.own().number(), "another account than that of merchant " + owner);
    }
  }

  private Optional<Credentials> keys(Values from, Contract contract) {
    String key = secret(from, contract.hashKey());
    String iv = secret(from, contract.hashIv());
    if (from.isGiven(contract.hashKey()) && !environment.mayUse(key)) {
      from.refuse(
          contract.hashKey(),
          "stage keys belong to the stage and only they do, this is "
              + values.text(Setting.ENVIRONMENT)
              + " (R-TRN-08)");
    }
    return key.isEmpty() || iv.isEmpty() ? Optional.empty() : Optional.of(new Credentials(key, iv));
  }

  private static String secret(Values from, Setting setting) {
    String text = from.text(setting);
    if (text.length() < 16
        || text.length() > 64
        || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      from.refuse(setting, "16 to 64 printable ASCII characters, as ECPay issued them");
      return "";
    }
    return text;
  }
}
