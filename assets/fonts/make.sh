#!/usr/bin/env bash
# Makes the fonts in this folder from those that their makers publish on npm: TTF subsets for pictures, and WOFF2 for pages.
# Needs npm, and pyftsubset (fonttools with brotli; on Debian: fonttools, python3-brotli).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in inter-ui@4.1.1 source-serif@4.5.1; do
  archive=$(npm pack --silent "$package")
  mkdir "${package%@*}" && tar xzf "$archive" -C "${package%@*}" --strip-components=1
done

# Basic Latin, Latin-1, Latin Extended A, B and Additional; combining marks; Greek; Cyrillic with its
# supplement; punctuation, super- and subscripts, currencies, letterlike signs, arrows, basic mathematics.
unicodes='U+0020-007E,U+00A0-024F,U+0259,U+02B9-02BC,U+02C6-02DD,U+0300-030C,U+030F,U+0311,U+031B,U+0323-0328,U+0331,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2002-200A,U+2010-2027,U+202F,U+2030-203A,U+2044,U+2070-209C,U+20A0-20C0,U+2113,U+2116,U+2117,U+2120,U+2122,U+212E,U+2150-215F,U+2190-2199,U+2202,U+2206,U+220F,U+2211,U+2212,U+2215,U+221A,U+221E,U+222B,U+2248,U+2260,U+2264,U+2265,U+FB00-FB04'
features='kern,liga,calt,ccmp,locl,mark,mkmk,tnum,lnum,frac,numr,dnom'

subset() { # subset <input> <output>
  pyftsubset "$1" --output-file="$here/$2" --unicodes="$unicodes" --layout-features="$features" \
    --no-hinting --desubroutinize --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline --drop-tables+=DSIG
}

subset inter-ui/web/Inter-Regular.woff2 inter-regular.ttf
subset inter-ui/web/Inter-Bold.woff2 inter-bold.ttf
subset source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2 source-serif-regular.ttf
cp inter-ui/LICENSE.txt "$here/LICENSE-inter.txt"
cp source-serif/LICENSE.md "$here/LICENSE-source-serif.txt"

# Pages use the same glyphs as WOFF2. The Latin file is a third as large; browsers load the other one only for other scripts.
latin='U+0020-007E,U+00A0-017F,U+0218-021B,U+02BC,U+02C6,U+02DA,U+02DC,U+2002-200A,U+2010-2027,U+202F,U+2030-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2264,U+2265'
for face in inter-regular inter-bold source-serif-regular; do
  pyftsubset "$here/$face.ttf" --output-file="$here/$face.woff2" --flavor=woff2 --unicodes='*' \
    --layout-features='*' --name-IDs='*' --notdef-outline
  pyftsubset "$here/$face.ttf" --output-file="$here/$face.latin.woff2" --flavor=woff2 --unicodes="$latin" \
    --layout-features='kern,liga,calt,ccmp,locl,mark,tnum' --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline
done
