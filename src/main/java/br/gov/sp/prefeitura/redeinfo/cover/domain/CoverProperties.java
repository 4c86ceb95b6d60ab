package br.gov.sp.prefeitura.redeinfo.cover.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of covers.
 *
 * @param longestDays how long one may last
 * @param aheadDays how far ahead one may begin
 */
@ConfigurationProperties("rede-info.cover")
public record CoverProperties(
    @DefaultValue("180") int longestDays, @DefaultValue("365") int aheadDays) {}
