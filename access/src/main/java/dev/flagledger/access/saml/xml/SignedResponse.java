package dev.flagledger.access.saml.xml;

/**
 * What is known of a response whose signatures are valid.
 *
 * @param envelope what the response says about itself
 * @param isSigned whether the response itself is signed, and so the envelope
 * @param assertion the octets of the assertion that were signed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SignedResponse(Envelope envelope, boolean isSigned, byte[] assertion) {}
