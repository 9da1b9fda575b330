package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.EcpaySide;
import ecpay.acceptance.actor.ShopSystem;
import ecpay.acceptance.actor.StoryFailure;
import ecpay.acceptance.actor.Web;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who plays in a story, with somebody who tells it. Where ECPay itself plays, nobody can
 * look into its books or make it fail.
 */
public final class Cast implements AutoCloseable {
  private final Web shopWeb;
  private final Web buyerWeb;
  private final Web silent = new Web("nobody", Optional.empty(), _ -> {});
  private final ShopSystem shop;
  private final Buyer buyer;
  private final Optional<EcpaySide> ecpay;
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
    this.buyer = new Buyer(sandbox, buyerWeb);
    this.ecpay = sandbox.map(there -> new EcpaySide(there, silent));
    tellNothingOfThePast();
  }

  public ShopSystem shop() {
    return shop;
  }

  public Buyer buyer() {
    return buyer;
  }

  public EcpaySide ecpay() {
    return ecpay.orElseThrow(
        () -> new StoryFailure("nobody can look into the books of ECPay itself", null));
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
