package br.gov.sp.prefeitura.redeinfo.shared.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What changes with the city's organisation.
 *
 * @param unit name of the coordinating unit, shown under the application's name
 */
@ConfigurationProperties("rede-info.layout")
record LayoutProperties(@DefaultValue("Coordenação de Governo Aberto") String unit) {}
