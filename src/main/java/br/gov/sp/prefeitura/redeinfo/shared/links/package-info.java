/** Asks servers of others whether a page is still there, without being led to our own. */
package br.gov.sp.prefeitura.redeinfo.shared.links;
