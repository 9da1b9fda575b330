/** The merchant's API keys for a person: which there are, and withdrawing one. */
@NullMarked
package ecpay.app.web.console.key;

import org.jspecify.annotations.NullMarked;
