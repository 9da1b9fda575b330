/**
 * What an operator decides: read from a properties file and the environment, checked all at once,
 * and handed on as records. No secret in here has a text form.
 */
@NullMarked
package ecpay.app.settings;

import org.jspecify.annotations.NullMarked;
