package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.util.UUID;

/**
 * A file that is kept.
 *
 * @param key made by the store; nothing in it comes from the person who sent the file
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits in lower case
 */
public record StoredFile(UUID key, long size, String sha256) {}
