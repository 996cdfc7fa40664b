package io.playledger.web.http;

/** The keyed hashes that identify requests, provided by the module that stores the keys. */
public interface RequestHashes {

  /** Hashes requests. */
  KeyedHash ofRequests();

  /** Hashes addresses of clients. */
  KeyedHash ofClientAddresses();
}
