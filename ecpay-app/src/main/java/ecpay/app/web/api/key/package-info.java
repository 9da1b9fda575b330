/** The merchant's own API keys: list them, add one, withdraw one or all others. */
@NullMarked
package ecpay.app.web.api.key;

import org.jspecify.annotations.NullMarked;
