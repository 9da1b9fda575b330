package ecpay.domain.inmemory.sale;

import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.MemberId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

public final class InMemoryBoundCards implements BoundCards {
  private final Table<CardId, BoundCard> table;
  private final Tables tables;

  public InMemoryBoundCards(Tables tables) {
    this.tables = tables;
    this.table = tables.table(List.of(card -> Optional.of(card.binding().tradeNo())));
  }

  @Override
  public void add(BoundCard card) {
    table.add(card.id(), card);
  }

  @Override
  public void save(BoundCard card) {
    table.replace(card.id(), card);
  }

  @Override
  public Optional<BoundCard> find(CardId id) {
    return table.find(id);
  }

  @Override
  public Optional<BoundCard> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo) {
    return table.findFirst(
        card -> card.merchant().equals(merchant) && card.binding().tradeNo().equals(tradeNo));
  }

  @Override
  public List<BoundCard> ofMember(MerchantId merchant, MemberId member) {
    return table.where(card -> card.merchant().equals(merchant) && card.member().equals(member));
  }

  @Override
  public BoundCard lock(CardId id) {
    tables.demandTransaction();
    return find(id).orElseThrow(() -> new NoSuchElementException("card " + id));
  }

  @Override
  public void lockMember(MerchantId merchant, MemberId member) {
    tables.demandTransaction();
  }
}
