/** The calendar of every rule: Asia/Taipei (UTC+8, no daylight saving). */
@NullMarked
package ecpay.domain.time;

import org.jspecify.annotations.NullMarked;
