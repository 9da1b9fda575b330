/** The cards of a merchant's members: bind, list, delete, pay with one. */
@NullMarked
package ecpay.app.web.api.boundcard;

import org.jspecify.annotations.NullMarked;
