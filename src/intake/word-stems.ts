export { stemmer as stemOfWord } from 'stemmer';
