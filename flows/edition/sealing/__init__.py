"""A PDF sealed: signed so that every changed byte is found, or closed with a password until its hour.

signing     a PDF with its signature; reading: whose it is, and whether it holds; faults: why it does not
keys        the key and its certificates; container: what a signature is made of, byte by byte
revision    what is added to a file to sign it; second: what pyHanko says of the whole
closing     a PDF under a password, or without; anew: written object by object; unclaimed: no PDF/A any more
opening     a PDF to be read; refusals: why it cannot be signed, closed or opened
"""
