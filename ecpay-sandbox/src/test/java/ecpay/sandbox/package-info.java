/** The sandbox seen from outside: every test speaks HTTP, as merchants, shops and buyers do. */
@NullMarked
package ecpay.sandbox;

import org.jspecify.annotations.NullMarked;
