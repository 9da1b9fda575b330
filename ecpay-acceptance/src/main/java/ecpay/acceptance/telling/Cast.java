package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.actor.BackOffice;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.actor.EcpaySide;
import ecpay.acceptance.actor.Government;
import ecpay.acceptance.actor.OtherSystem;
import ecpay.acceptance.actor.Postman;
import ecpay.acceptance.actor.ShopSystem;
import ecpay.acceptance.actor.StoryFailure;
import ecpay.acceptance.actor.Terminal;
import ecpay.acceptance.actor.Web;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who plays in a story, with somebody who tells it. Where ECPay itself plays, nobody can
 * look into its books or make it fail.
 */
public final class Cast implements AutoCloseable {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private final Web shopWeb;
  private final Web buyerWeb;
  private final Web silent = new Web("nobody", Optional.empty(), _ -> {});
  private final ShopSystem shop;
  private final Accountant accountant;
  private final Cashier cashier;
  private final BackOffice backOffice;
  private final Terminal terminal;
  private final Buyer buyer;
  private final Optional<EcpaySide> ecpay;
  private final Optional<Government> government;
  private final Optional<OtherSystem> otherSystem;
  private final Optional<Postman> postman;
  private final Narrator narrator;
  private long told;

  /**
   * @param sandbox where the sandbox listens; empty where ECPay itself plays
   */
  public Cast(URI platform, String apiKey, Optional<URI> sandbox, Narrator narrator) {
    this.narrator = narrator;
    this.shopWeb = new Web("shop ", Optional.empty(), narrator::heard);
    this.buyerWeb = new Web("buyer", Optional.empty(), narrator::heard);
    this.shop = new ShopSystem(platform, apiKey, shopWeb, silent);
    this.accountant = new Accountant(platform, apiKey, shopWeb, silent);
    this.cashier = new Cashier(platform, apiKey, shopWeb, silent);
    this.backOffice = new BackOffice(platform, apiKey, shopWeb);
    this.terminal = new Terminal(platform, apiKey);
    this.buyer = new Buyer(sandbox, buyerWeb);
    this.ecpay = sandbox.map(there -> new EcpaySide(there, silent));
    this.government = sandbox.map(there -> new Government(there, silent));
    this.otherSystem = sandbox.map(there -> new OtherSystem(there, silent));
    this.postman = sandbox.map(_ -> new Postman(platform, silent));
    tellNothingOfThePast();
  }

  public ShopSystem shop() {
    return shop;
  }

  public Accountant accountant() {
    return accountant;
  }

  public Cashier cashier() {
    return cashier;
  }

  public BackOffice backOffice() {
    return backOffice;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Buyer buyer() {
    return buyer;
  }

  public EcpaySide ecpay() {
    return ecpay.orElseThrow(
        () -> new StoryFailure("nobody can look into the books of ECPay itself", null));
  }

  public Government government() {
    return government.orElseThrow(
        () -> new StoryFailure("nobody tells the real government what to do", null));
  }

  public OtherSystem otherSystem() {
    return otherSystem.orElseThrow(
        () -> new StoryFailure("the stage merchant is everybody's, and stays as it is", null));
  }

  public Postman postman() {
    return postman.orElseThrow(
        () -> new StoryFailure("nobody speaks in ECPay's name to a shop on its stage", null));
  }

  /** The day it is in Taipei. */
  public LocalDate today() {
    return LocalDate.ofInstant(ecpay().now(), TAIPEI);
  }

  /** So much time passes for the platform and for ECPay alike. */
  public void timePasses(Duration time) {
    ecpay().timePasses(time);
  }

  /** Time passes until that day and hour in Taipei, if they are still to come. */
  public void timePassesUntil(LocalDate day, LocalTime hour) {
    Duration left = Duration.between(ecpay().now(), day.atTime(hour).atZone(TAIPEI));
    if (left.isPositive()) {
      timePasses(left.plusSeconds(1));
    }
  }

  public Narrator narrator() {
    return narrator;
  }

  /** Tells what went over the wire since it was last told. */
  public void tellTheWire() {
    for (JsonNode exchange : wireSince(told)) {
      told = exchange.path("sequence").asLong();
      narrator.wire(exchange);
    }
  }

  private List<JsonNode> wireSince(long sequence) {
    return ecpay.map(side -> side.wireAfter(sequence)).orElse(List.of());
  }

  private void tellNothingOfThePast() {
    wireSince(0).forEach(exchange -> told = exchange.path("sequence").asLong());
  }

  @Override
  public void close() {
    shopWeb.close();
    buyerWeb.close();
    silent.close();
  }
}
