/** The admin API's reads of roles: what they grant, and who holds them. For admins of the organisation. */
@NullMarked
package dev.flagledger.query.role;

import org.jspecify.annotations.NullMarked;
