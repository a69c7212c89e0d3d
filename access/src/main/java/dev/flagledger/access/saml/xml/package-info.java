/** Reading XML of others: parsing, signatures and encryption. What was not signed is not read. */
@NullMarked
package dev.flagledger.access.saml.xml;

import org.jspecify.annotations.NullMarked;
