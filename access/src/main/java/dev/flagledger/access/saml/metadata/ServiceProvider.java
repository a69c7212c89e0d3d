package dev.flagledger.access.saml.metadata;

import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * This server as the service provider of one configuration.
 *
 * @param entityId its name, the audience of assertions
 * @param consumer the address for responses
 * @param key signs requests and decrypts assertions
 * @param certificate the certificate of the key
 */
public record ServiceProvider(String entityId, URI consumer, PrivateKey key, X509Certificate certificate) {}
