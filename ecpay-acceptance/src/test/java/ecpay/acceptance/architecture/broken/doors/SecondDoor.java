package ecpay.acceptance.architecture.broken.doors;

/** One public type too many. */
public record SecondDoor() {}
