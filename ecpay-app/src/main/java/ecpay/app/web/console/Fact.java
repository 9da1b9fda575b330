package ecpay.app.web.console;

/** Something with a name, for a person. */
public record Fact(String label, String value) {}
