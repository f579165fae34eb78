/**
 * What a shell reads at its start. The words themselves are asked for when the key is pressed, so they follow the catalog.
 * bash breaks words at `=`: the part before it is taken off what comes back.
 */
export const completionScripts: Readonly<Record<string, string>> = {
  bash: `_careerpath() {
  local line=\${COMP_LINE:0:COMP_POINT} word
  local -a words
  read -ra words <<< "$line"
  [[ $line == *' ' ]] && words+=('')
  word=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  local reply
  while IFS= read -r reply; do
    [[ $word == *=* && \${COMP_WORDBREAKS} == *=* ]] && reply=\${reply#"\${word%=*}="}
    COMPREPLY+=("$reply")
  done < <(careerpath completion bash -- "\${words[@]:1}" 2>/dev/null)
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace
  return 0
}
complete -o default -F _careerpath careerpath`,
  zsh: `#compdef careerpath
_careerpath() {
  local -a replies
  replies=("\${(@f)$(careerpath completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  replies=(\${replies:#})
  if (( \${#replies} )); then
    compadd -S '' -- \${(M)replies:#*=}
    compadd -- \${replies:#*=}
  else
    _files
  fi
}
compdef _careerpath careerpath`,
  fish: `function __careerpath_words
  set -l words (commandline -opc) (commandline -ct)
  careerpath completion fish -- $words[2..-1] 2>/dev/null
end
complete -c careerpath -f -n 'count (__careerpath_words) >/dev/null' -a '(__careerpath_words)'`,
};
